// French: a line of words or phrases for each meaning, as language.ts says.
export const FRENCH = `
unit|secondes=second|minutes=minute|heure|heures=hour|jour|jours|journee|journees=day|semaine|semaines|sem=week|quinzaine|quinzaines=fortnight|mois=month|trimestre|trimestres=quarter|semestre|semestres=half-year|an|ans|annee|annees=year
amount|deux=2|trois=3|quatre=4|cinq=5|six=6|sept=7|huit=8|neuf=9|dix=10|onze=11|douze=12|treize=13|quatorze=14|quinze=15|seize=16|vingt=20|trente=30|quarante=40|cinquante=50|soixante=60|cent=100|mille=1000
article|un|une
month|janvier|janv=1|fevrier|fev=2|mars=3|avril|avr=4|mai=5|juin=6|juillet|juil=7|aout=8|septembre=9|octobre=10|novembre=11|decembre=12
weekday|lundi=0|mardi=1|mercredi=2|jeudi=3|vendredi=4|samedi=5|dimanche=6
shortWeekday|lun=0|mar=1|mer=2|jeu=3|ven=4|sam=5|dim=6
ordinal|premier|premiere=1|deuxieme|second|seconde=2|troisieme=3|quatrieme=4
stated|en parallele|simultanement|en meme temps=parallel|en cours|indetermine|indeterminee|indefini|en continu|permanent|jusqu a nouvel ordre=openEnded|a definir|a determiner|inconnu|a confirmer=undecided|le plus long|le plus tardif|le plus tard des deux=later|le premier atteint|selon la premiere echeance|au premier des deux|le plus tot des deux|le premier des deux=first
about|environ|a peu pres|peut etre|autour de
bound|pas moins de|au moins|au minimum|plus de|minimum=min|jusqu a|au plus|au maximum|moins de|pas plus de|maximum=max|idealement|objectif=target
boundAfter|au moins|au minimum=min|au plus|au maximum|maximum=max
orMore|ou plus
half|demi|demie
couple|couple de
few|quelques|plusieurs|beaucoup de
businessAfter|ouvres|ouvrables|de travail|ouvre|ouvrable
whole|completes|complets|de|pleines|pleins|consecutives|consecutifs|calendaires|supplementaires
cycle|phase|phases|etape|etapes|cycle|cycles|tour|tours
times|fois|de
often|une fois
rate|par|chaque
every|chaque|toutes les|tous les
rhythm|quotidien|quotidienne|hebdomadaire|bimensuel|mensuel|mensuelle|trimestriel|annuel|un vendredi sur deux|une semaine sur deux|un jour sur deux|un lundi sur deux
each|chacun|chacune
total|au total|en tout|total
work|travail|effort|charge
person|homme
over|sur|en|pendant|au cours de|repartis sur|reparties sur|dans
done|faites|faits|faite|fait|terminees|termines|ecoulees|ecoules|passees|accomplies|achevees|effectuees|realisees
fraction|moitie de|moitie des|tiers de|tiers des|quart de|quarts de|partie de|partie des|plupart des
past|deja|passees|passes|dernieres|derniers|il y a|restants|restantes|il reste
before|avant
to|a|au|ou|jusqu a|jusqu au
or|ou|mais
and|et|plus
between|entre|de|du|depuis le|des le
plus|puis|ensuite|et puis|suivi de|suivie de|suivis de|suivies de
extendedTo|prolonge a|prolongee a|prolonge jusqu au|prolongee jusqu au|maintenant
extendedBy|prolonge de|prolongee de
restated|soit|c est a dire
including|y compris|dont|incluant|comprenant
not|pas|au lieu de|sauf|hors|sans|moins|prolongeable|prolongeables|renouvelable|renouvelables
until|jusqu au|jusqu a|jusque|au plus tard|au plus tard le|jusqu en|jusqu a la|jusqu au plus tard
by|d ici|pour le
end|date de fin|date limite|echeance|se termine le|fin le|finit le|termine le
notBefore|pas avant|au plus tot|ou plus tard
startsOn|a partir du|a partir de|a compter du|a compter de|debut|commence le|debute le|a dater du|depuis|des
inclusive|inclus|compris|inclusivement
link|le|la|du|de|l|d|au
on|le
the|la|le|l|cette|ce|du|de la|de l
endOf|fin|fin de|fin du|la fin de|la fin du|fin de la|fin d|fin de l|dernier jour de|le dernier jour de|dernier jour du|le dernier jour du
third|debut|debut du|au debut de=0|mi|milieu de|milieu du=1
which|ce|cette|en cours=0|prochain|prochaine|suivant|suivante|qui vient=1
inDays|aujourd hui|maintenant=0|demain=1|apres demain=2
endOfDay|fin de journee|midi|fin de la journee
quarterLetter|t
fiscal|annee fiscale|exercice fiscal
ordinalEnd|er|e|eme|re|ere
calendar|idem|de meme|pareil pour|hier|week end|weekend|jours feries|ferie|paques|noel|hiver|automne|printemps|vacances|nuits|nuitees
after|apres|une fois
from|des|depuis
startOfRun|maintenant|aujourd hui|le debut|debut|lancement du test
pronoun|quoi|avec|cela|ca|que|laquelle
lasting|pendant|pour
when|si|quand|des que|lorsque|tant que
noTime|sont|est|etaient|seront|mise a jour|mises a jour|au jour le jour|alors|encore|toujours|mieux|ailleurs|parfois|toutefois|quelquefois|autrefois|jamais|desormais|dehors|dedans|dessus|dessous|bien|rien|ensemble|contre|outre|vite|volontiers|chez|malgre|vers|pres|comme|parce|sinon|tard|tot|meme|pire|peutetre|sous|hormis|excepte|envers|derriere|eux|elles|nous|vous|ils|semble|realiste|plutot|aussi|neanmoins|tandis|guere|davantage|expres|durant|parmi|concernant|temps|naguere|jadis|marge|reserve|battement
`;
