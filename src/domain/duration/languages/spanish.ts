// Spanish: a line of words or phrases for each meaning, as language.ts says.
export const SPANISH = `
unit|segundos=second|minuto|minutos=minute|hora|horas=hour|dia|dias=day|semana|semanas|sem=week|quincena|quincenas=fortnight|mes|meses=month|trimestre|trimestres=quarter|semestre|semestres=half-year|ano|anos=year
amount|cero=0|uno=1|dos=2|tres=3|cuatro=4|cinco=5|seis=6|siete=7|ocho=8|nueve=9|diez=10|once=11|doce=12|trece=13|catorce=14|quince=15|dieciseis=16|diecisiete=17|dieciocho=18|diecinueve=19|veinte=20|veintiuno|veintiun=21|veintiocho=28|treinta=30|cuarenta=40|cincuenta=50|sesenta=60|setenta=70|ochenta=80|noventa=90|cien|ciento=100|mil=1000
article|un|una
month|enero|ene=1|febrero=2|marzo=3|abril|abr=4|mayo=5|junio=6|julio=7|agosto=8|septiembre|setiembre=9|octubre=10|noviembre=11|diciembre|dic=12
weekday|lunes=0|martes=1|miercoles=2|jueves=3|viernes=4|sabado=5|domingo=6
shortWeekday|lun=0|mar=1|mie=2|jue=3|vie=4|sab=5|dom=6
ordinal|primer|primero|primera=1|segundo|segunda=2|tercer|tercero|tercera=3|cuarto|cuarta=4
stated|en paralelo|a la vez|simultaneamente|al mismo tiempo=parallel|indefinido|indefinidamente|indefinida|continuo|continua|permanente|en curso|hasta nuevo aviso=openEnded|por definir|por determinar|por decidir|desconocido|sin definir|por confirmar=undecided|lo que sea mas largo|lo que ocurra mas tarde|lo que ocurra despues|lo que dure mas=later|lo que ocurra primero|lo que suceda primero|lo primero que ocurra|lo que ocurra antes|lo que llegue antes|lo que llegue primero=first
about|aprox|aproximadamente|alrededor de|unos|unas|casi|quizas|cerca de
bound|no menos de|al menos|como minimo|minimo|por lo menos|mas de=min|hasta|como maximo|maximo|a lo sumo|no mas de|menos de=max|idealmente|objetivo=target
boundAfter|minimo|como minimo|al menos|por lo menos=min|como maximo|maximo|a lo sumo=max
orMore|o mas
half|medio|media
couple|par de
few|unas cuantas|unos cuantos|varias|varios|algunas|algunos|pocas|pocos|muchas|muchos
businessAfter|habiles|habil|laborables|laborable
whole|completas|completos|de|naturales|mas|seguidas|seguidos|adicionales
cycle|fase|fases|etapa|etapas|ronda|rondas|ciclo|ciclos
times|veces|de
often|una vez
rate|por|al|cada|a la
every|cada|todos los|todas las
other|segundo|segunda
rhythm|diario|diariamente|semanal|semanalmente|quincenal|quincenalmente|mensual|mensualmente|trimestral|anual|los lunes|los martes|los miercoles|los jueves|los viernes
each|cada una|cada uno
total|en total|total
work|trabajo|esfuerzo|dedicacion
person|persona
over|en|durante|a lo largo de|repartidos en|repartidas en|sobre|dentro de
done|hechas|hechos|hecho|hecha|completadas|completados|terminadas|terminados|cumplidas|cumplidos|transcurridas|transcurridos|pasadas|pasados
fraction|mitad de|mitad de las|tercio de|tercios de|cuarto de|cuartos de|mayoria de|parte de
past|ya|pasadas|pasados|ultimas|ultimos|hace|atras|restante|restantes|quedan|faltan
before|antes del|antes de
to|a|al|hasta|hasta el|o|u
or|o|u|pero
and|y|e
between|entre|de|del|desde|desde el
plus|luego|despues|mas|y luego|y despues|seguido de|seguida de|seguidas de|seguidos de
extendedTo|ampliado a|ampliada a|ampliado hasta|ampliada hasta|prolongado a|prorrogado hasta|ahora
extendedBy|ampliado en|ampliada en
restated|es decir|o sea
including|incluyendo|incluido|incluida|incluidas|incluidos|de los cuales|de las cuales
not|en vez de|en lugar de|salvo|excepto|sin|ampliable|prorrogable|ampliables|prorrogables
until|hasta|hasta el|a mas tardar|a mas tardar el|hasta el dia
by|para el|antes del final de
end|termina|fecha de fin|fecha final|fecha limite|plazo|finaliza
notBefore|no antes de|no antes del|como pronto|o mas tarde|o despues
startsOn|desde|a partir del|empieza|comienza|inicio|a contar desde|a contar del|a partir de
inclusive|inclusive|incluido
link|el|la|dia|de|del|los
on|el|el dia
the|la|el|esta|este|del
endOf|fin del|finales de|a finales de|fin|final del|el ultimo dia de|a final de|el fin de|ultimo dia de
third|principios de|inicios de|comienzos de=0|mediados de=1
which|este|esta=0|proximo|el proximo|proxima|la proxima|siguiente|que viene|del proximo|de la proxima=1
inDays|hoy|ahora=0|manana=1|pasado manana=2
endOfDay|fin del dia|final del dia|mediodia
weekNumber|semana iso
quarterLetter|t
fiscal|ejercicio fiscal|ano fiscal
ordinalEnd|o|a|er|do
calendar|lo mismo|igual para|ayer|finde|fin de semana|festivo|festivos|semana santa|pascua|navidad|navidades|verano|invierno|otono|primavera|vacaciones|noches|en algun momento
after|despues de|tras|una vez|despues del
from|desde|a partir del|a partir de
startOfRun|hoy|ahora|inicio|el inicio|comienzo|el comienzo
pronoun|que|eso|esto|con|lo|cual
lasting|por|durante
noTime|son|es|fueron|seran|ademas|entonces|lejos|jamas|apenas|adelante|delante|siempre|tarde|pronto|aparte|bastante|donde|aunque|tambien|segun|ante|pues|detras|enfrente|aqui|nunca|alguien|gracias|parece|parecen|hacen|hacemos|sirve|sirven|mediante|solo|tal|de paso|respecto|conforme|bajo|margen|colchon|reserva
when|cuando|si|en cuanto|mientras
`;
