// Portuguese: a line of words or phrases for each meaning, as language.ts says.
export const PORTUGUESE = `
unit|segundos=second|minuto|minutos=minute|hora|horas=hour|dia|dias=day|semana|semanas|sem=week|quinzena|quinzenas=fortnight|mes|meses=month|trimestre|trimestres=quarter|semestre|semestres=half-year|ano|anos=year
amount|dois|duas=2|tres=3|quatro=4|cinco=5|seis=6|sete=7|oito=8|nove=9|dez=10|onze=11|doze=12|treze=13|catorze|quatorze=14|quinze=15|dezesseis=16|dezessete=17|dezoito=18|dezenove=19|vinte=20|trinta=30|quarenta=40|cinquenta=50|sessenta=60|setenta=70|oitenta=80|noventa=90|cem|cento=100
article|um|uma
month|janeiro=1|fevereiro=2|marco=3|abril=4|maio=5|junho=6|julho=7|agosto=8|setembro=9|outubro=10|novembro=11|dezembro=12
weekday|segunda=0|terca=1|quarta=2|quinta=3|sexta=4|sabado=5|domingo=6
shortWeekday|seg=0|ter=1|qua=2|qui=3|sex=4|sab=5|dom=6
ordinal|primeiro|primeira=1|segundo|segunda=2|terceiro|terceira=3|quarto|quarta=4
stated|em paralelo|ao mesmo tempo=parallel|em andamento|indefinido|indefinidamente|ate novo aviso|continuo|permanente=openEnded|a definir|a decidir|desconhecido|a confirmar=undecided|o que for mais longo|o que for maior|o que ocorrer depois|o que for mais tarde=later|o que ocorrer primeiro|o que vier primeiro|o que acontecer primeiro|o que ocorrer antes=first
about|aproximadamente|cerca de|por volta de|uns|umas|quase|talvez
bound|nao menos de|pelo menos|no minimo|mais de|minimo de=min|ate|no maximo|menos de|maximo de=max|idealmente|objetivo|de preferencia=target
boundAfter|no minimo|pelo menos=min|no maximo=max
orMore|ou mais
half|meio|meia
couple|par de
few|algumas|alguns|varias|varios|poucas|poucos|muitas
businessAfter|uteis|util
whole|completas|completos|de|corridos|seguidas|seguidos|inteiras
cycle|fase|fases|etapa|etapas|rodada|rodadas|ciclo|ciclos
times|vezes|de
often|uma vez
rate|por|ao|cada
every|cada|todos os|todas as
rhythm|diario|diariamente|semanal|semanalmente|quinzenal|quinzenalmente|mensal|mensalmente|trimestral|anual
each|cada|cada uma|cada um
total|no total|ao todo
work|trabalho|esforco
person|pessoa
over|em|ao longo de|durante|dentro de|sobre
done|feitas|feitos|feito|feita|concluidas|concluidos|completadas|terminadas|decorridas|decorridos|passadas|passados|cumpridas
fraction|metade de|metade das|terco de|tercos de|quarto de|quartos de|parte de|maioria de
past|ja|passadas|passados|ultimas|ultimos|ha|atras|restante|restantes|restam|faltam
before|antes de|antes do|antes da
to|a|ate|ate o|ou
or|ou|mas
and|e|mais
between|entre|de|desde
plus|depois|em seguida|e depois|mais|seguido de|seguida de|seguidas de|seguidos de
extendedTo|estendido para|estendido ate|prorrogado para|prorrogado ate|agora
extendedBy|estendido por|prorrogado por
restated|ou seja|isto e
including|incluindo|inclusos|dos quais|das quais
not|nao|em vez de|exceto|sem|prorrogavel|prorrogaveis|extensivel
until|ate|ate o|ate a|ate ao|ate o dia|ate dia|ate no maximo|o mais tardar
by|ate
end|data final|data limite|prazo|fim em
notBefore|nao antes de|no minimo em|nao antes do|ou mais tarde|ou depois
startsOn|desde|a partir de|a partir do|comeca em|inicio|inicia em|a contar de|a contar do
inclusive|inclusive
link|o|a|dia|de|do|em
on|em|no dia|dia
the|a|o|esta|este|do|da|deste|desta
endOf|fim|fim de|fim do|fim da|fins de|finais de|final de|final do|ultimo dia de|o ultimo dia de|fim deste|fim desta
third|inicio de|comeco de=0|meados de=1
which|este|esta|deste|desta|neste|nesta=0|proximo|proxima|do proximo|da proxima|seguinte|que vem=1
inDays|hoje|agora=0|amanha=1|depois de amanha=2
endOfDay|fim do dia|final do dia|meio dia em ponto
quarterLetter|t
fiscal|ano fiscal|exercicio fiscal
ordinalEnd|o|a
calendar|o mesmo|mesmo para|igual para|ontem|fim de semana|fins de semana|feriado|feriados|pascoa|natal|carnaval|verao|inverno|primavera|ferias|noites|em algum momento
after|apos|depois de|depois do|depois da|uma vez
from|desde|a partir de
startOfRun|hoje|agora|inicio|o inicio
pronoun|com|isso|que
when|quando|se|assim que|enquanto
noTime|alias|demais|sempre|adiante|diante|pois|atraves|conforme|perante|cedo|logo|sobretudo|caso|contrario|senao|embora|sob|onde|longe|doravante|junto|mediante|alhures|algures|nenhures|amiude|deveras|margem|folga|reserva
`;
