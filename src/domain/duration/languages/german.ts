// German: a line of words or phrases for each meaning, as language.ts says.
export const GERMAN = `
unit|sekunde|sekunden=second|minuten=minute|stunde|stunden|std=hour|tag|tage|tagen|tagige|tagiger|tagiges|tagigen|tagigem=day|werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen=business day|woche|wochen|wo|wochig|wochige|wochiger|wochiges|wochigen|wochigem=week|monat|monats|monate|monaten|monatig|monatige|monatiger|monatiges|monatigen|monatigem=month|quartal|quartals|quartale|quartalen|vierteljahr=quarter|halbjahr|halbjahre|halbjahren=half-year|jahr|jahres|jahre|jahren|jahrig|jahrige|jahriger|jahriges|jahrigen=year
amount|null=0|eins=1|anderthalb|eineinhalb=1.5|zwei=2|zweieinhalb=2.5|drei=3|dreieinhalb=3.5|vier=4|funf=5|sechs=6|sieben=7|acht=8|neun=9|zehn=10|elf=11|zwolf=12|dreizehn=13|vierzehn=14|funfzehn=15|sechzehn=16|siebzehn=17|achtzehn=18|neunzehn=19|zwanzig=20|einundzwanzig=21|achtundzwanzig=28|dreissig=30|vierzig=40|funfzig=50|sechzig=60|siebzig=70|achtzig=80|neunzig=90|hundert=100|tausend=1000
article|ein|eine|einen|einem|einer
month|januar|janner=1|februar=2|marz=3|mai=5|juni=6|juli=7|oktober|okt=10|dezember|dez=12
weekday|montag=0|dienstag=1|mittwoch=2|donnerstag=3|freitag=4|samstag|sonnabend=5|sonntag=6
shortWeekday|mo=0|di=1|mi=2|do=3|fr=4|sa=5|so=6
ordinal|erste|erstes|ersten|erster=1|zweite|zweites|zweiten|zweiter=2|dritte|drittes|dritten|dritter=3|vierte|viertes|vierten|vierter=4
businessAfter|werktags
stated|parallel|gleichzeitig|zeitgleich=parallel|laufend|fortlaufend|dauerhaft|unbefristet|endlos|bis auf weiteres=openEnded|offen|unbekannt|unklar|noch offen|noch unklar=undecided|was langer dauert|was spater eintritt|was langer ist|je nachdem was spater=later|was zuerst eintritt|was fruher eintritt|je nachdem was zuerst|was zuerst kommt|was eher eintritt=first
about|etwa|ungefahr|rund|zirka|vielleicht|voraussichtlich
bound|nicht weniger als|mindestens|wenigstens|minimal|mehr als|langer als|mind=min|maximal|hochstens|bis zu|bis|weniger als|nicht mehr als|nicht langer als=max|idealerweise|moglichst|ziel=target
minAtFirst|uber
boundAfter|mindestens=min|maximal|hochstens=max
orMore|oder mehr|oder langer
half|halbe|halber|halbes|halben|halb
few|paar|einige|mehrere|viele|wenige
whole|volle|vollen|ganze|ganzen|kalender|weitere|weiteren|zusatzliche|zusatzlichen|gute|guten|knappe|knappen
cycle|zyklen|runde|runden|phasen|schritte|etappen
times|mal|zu je|a
often|einmal|zweimal|dreimal
rate|pro|die|je|in der|im
every|alle|jede|jeden|jeder|jedes|aller
other|zweiten|zweite|zweites|dritten|dritte|vierten
rhythm|taglich|wochentlich|zweiwochentlich|vierzehntagig|vierzehntaglich|monatlich|vierteljahrlich|quartalsweise|jahrlich|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|wochenweise
rhythmUnit|tagig|taglich|wochentlich|monatlich|tagigen rhythmus
each|je|jeweils
total|insgesamt|gesamt|zusammen|im ganzen
work|arbeit|aufwand|arbeitszeit|arbeitsaufwand
person|personen
over|uber|verteilt auf|verteilt uber|innerhalb von|binnen|wahrend
done|erledigt|geschafft|fertig|abgeschlossen|vergangen|verstrichen|vorbei|rum|absolviert|hinter uns
fraction|halfte von|halfte der|drittel von|drittel der|viertel von|viertel der|teil von|teil der|grossteil von|grossteil der
past|bereits|schon|bisher|vergangenen|vergangene|letzten|letzte|zuvor|ubrig|verbleibend|verbleibende|verbleibenden
before|vor
to|bis|bis zum|oder|bis zu|bis maximal|bis max
or|oder|aber
and|und
between|zwischen|von|vom
plus|zzgl|dann|danach|anschliessend|zuzuglich|und dann|gefolgt von|darauf
extendedTo|verlangert auf|verlangert bis|verkurzt auf|jetzt|nun
extendedBy|verlangert um
restated|bzw|d h|das heisst|also|beziehungsweise
including|inkl|inklusive|einschliesslich|davon
not|nicht|statt|anstatt|ohne|ausser|abzuglich|ausgenommen|exkl|kein|keine|verlangerbar|optional|kann verlangert werden
until|bis|bis zum|bis zur|bis zu|bis inkl|bis inklusive|bis einschliesslich|bis spatestens|spatestens|spatestens am|bis auf
by|zum
through|bis einschliesslich|bis inkl|bis inklusive
end|endet|enddatum|frist|stichtag|schluss|fertig|fallig
notBefore|fruhestens|nicht vor|oder spater
startsOn|beginn|ab|vom|seit|beginnt|startet
inclusive|einschliesslich|inklusive|inkl
link|am|dem|den|zum|der|des|tag
on|am|zum
the|der|des|dieser|dieses|die
endOf|ende|ende der|ende des|letzter tag des|letzten tag des|ende dieser|ende dieses|zum ende des|bis ende
third|anfang|beginn|fruh|anfang des=0|mitte|mitte des=1|spat=2
which|diesen|dieses|dieser|diese|laufenden|kommenden=0|nachsten|nachstes|nachster|nachste|folgenden=1
inDays|heute|sofort|jetzt=0|morgen=1|ubermorgen=2
endOfDay|tagesende|feierabend|geschaftsschluss|dienstschluss|mittag
endOfPeriod|wochenschluss=7|monatsende=1|quartalsende=3|jahresende=12
weekEnding|woche bis
weekNumber|kw|kalenderwoche|kalenderwochen|kws
fiscal|gj|geschaftsjahr|wirtschaftsjahr|fiskaljahr
clock|uhr
calendar|dasselbe|das gleiche|ebenso|genauso lang|genauso lange|dito|gestern|wochenende|wochenenden|feiertag|feiertage|ostern|weihnachten|pfingsten|sommer|fruhling|fruhjahr|herbst|ferien|urlaub|nachte|nachten|irgendwann|semester
after|nach|sobald
from|ab|seit
startOfRun|jetzt|heute|start an|beginn an|sofort
pronoun|mit|dem|diesem|der
when|wenn|sobald|falls|solange
lasting|fur|lang
noTime|wo|sind|ist|war|waren|werden|wird|andernfalls|immer|eher|lieber|wegen|sonst|ansonsten|spater|fruher|besser|kurzer|schneller|wieder|weiter|hinterher|nachher|vorher|daher|woher|hierher|umher|meistens|ubrigens|anders|besonders|morgens|abends|mittags|nachts|anfangs|oben|unten|aussen|innen|hinten|vorne|draussen|drinnen|druben|gegen|bei|durch|trotz|als|wie|etwas|alles|nichts|eben|soeben|daneben|nebenher|gerne|gern|bitte|dagegen|stattdessen|inzwischen|unterdessen|wahrenddessen|indessen|dessen|deren|dazwischen|woanders|anderswo|nirgends|eventuell|ausserdem|trotzdem|zunachst|bald|oft|nur|auch|sicher|erstens|zweitens|drittens|letztens|bestens|schnellstens|langstens|vollends|wurden|konnten|mussten|sollten|durften|wollen|wollten|hatten|haben|scheinen|reichen|gehen|bleiben|brauchen|dauern|genugen|wurde|konnte|musste|sollte|durfte|ware|hatte|passen|hinter|neben|unter|gemass|entgegen|gegenuber|angesichts|infolge|mangels|dass|sondern|weder|entweder|hingegen|deswegen|indes|schlimmsten|gunstigsten|ungunstigsten|schlechtesten|konnen|mussen|laut|samt|demgegenuber|aufgrund|hinsichtlich|bezuglich|vorbehaltlich|mitunter|insofern|sofern|unterwegs|puffer|reserve
measure|vza|prozent|stuck|mal|kunden|leute
numbered|nummer
`;
