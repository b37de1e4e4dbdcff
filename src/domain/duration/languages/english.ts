// English: a line of words or phrases for each meaning, as language.ts says.
export const ENGLISH = `
unit|seconds|sec|secs=second|minute|minutes|min|mins=minute|hour|hours|hr|hrs|h=hour|day|days|d=day|workday|workdays|weekday|weekdays|bd|bds|wd|wds=business day|week|weeks|wk|wks|w|workweek|workweeks=week|fortnight|fortnights=fortnight|sprint|sprints=sprint|month|months|mo|mos|mth|mths|mon|m=month|quarter|quarters|qtr|qtrs|q=quarter|halfyear|halfyears=half-year|year|years|yr|yrs|y=year
amount|zero=0|one=1|two=2|three=3|four=4|five=5|six=6|seven=7|eight=8|nine=9|ten=10|eleven=11|twelve=12|thirteen=13|fourteen=14|fifteen=15|sixteen=16|seventeen=17|eighteen=18|nineteen=19|twenty=20|thirty=30|forty=40|fifty=50|sixty=60|seventy=70|eighty=80|ninety=90|dozen=12|hundred=100|thousand=1000
article|a|an
month|january|jan=1|february|feb=2|march|mar=3|april|apr=4|may=5|june|jun=6|july|jul=7|august|aug=8|september|sep|sept=9|october|oct=10|november|nov=11|december|dec=12
weekday|monday|mon=0|tuesday|tue|tues=1|wednesday|wed=2|thursday|thu|thur|thurs=3|friday|fri=4|saturday|sat=5|sunday|sun=6
ordinal|first=1|second=2|third=3|fourth=4
stated|in parallel|parallel|simultaneously|at the same time|at once|concurrently=parallel|ongoing|on going|indefinite|indefinitely|continuous|continuously|continual|permanent|permanently|open ended|open end|forever|unlimited|always|no end|no end date|without end|rolling|until further notice=openEnded|tbd|tbc|tba|n a|unknown|unclear|undefined|undecided|unspecified|to be decided|to be determined|to be defined|to be confirmed|to be announced|to be agreed|to be discussed|not decided|not defined|not yet|not sure=undecided|whichever is longer|whichever is later|whichever is greater|whichever is last|whichever comes last|whichever comes later|whichever longer|whichever later|whichever last|whichever takes longer|whatever is longer|whatever is later|whatever comes later|whatever comes last|the longer of|the later of=later|whichever first|whichever comes first|whichever is first|whichever is earlier|whichever is sooner|whichever is shorter|whichever happens first|whichever occurs first|whichever earlier|whichever sooner|whichever comes earlier|whichever comes sooner|whatever comes first|whatever is first|the earlier of|the sooner of|first come=first
isoRepeat|r
about|about|approx|approximately|around|circa|ca|c|roughly|nearly|almost|some|est|estimated|maybe|probably
bound|at least|at a minimum|minimum|minimum of|a minimum of|min|no less than|not less than|no fewer than|more than|longer than|for at least|at the very least=min|at most|at the most|at maximum|maximum|maximum of|a maximum of|max|tops|up to|no more than|not more than|no longer than|not longer than|less than|under|not to exceed|not exceeding|capped at|cap|time boxed to|time boxed at|timeboxed to|timebox|limited to=max|ideally|target|target of|targeting|preferably|aim for|aiming for|hopefully|better|if possible=target
minAtFirst|over
boundAfter|min|minimum|at least|at minimum|at a minimum|at the very least=min|max|maximum|at most|at the most|tops|at maximum|at the latest|at latest|at the very most|at the very latest=max|if possible|ideally|target|preferably=target
orMore|and change|and a bit|and some|or more|or longer|and more|and up|and counting|plus
half|half
couple|couple|pair of
few|few|several|some|many|multiple|various|unknown number of
business|business|working|work|trading|banking
whole|calendar|consecutive|full|whole|complete|solid|straight|more|additional|further|extra|long|good|of|another|usual|planned|original|net
cycle|cycle|cycles|round|rounds|iteration|iterations|block|blocks|phase|phases|stage|stages|step|steps|wave|waves
times|x|times|of
often|once|twice|thrice
rate|per|a|an|each|every
every|every|each|per
other|other|second|third|fourth
rhythm|daily|weekly|biweekly|bi weekly|fortnightly|monthly|bimonthly|quarterly|yearly|annually|hourly|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays
each|each|apiece|a piece|respectively
total|total|in total|a total of|total of|altogether|overall|all in all|in all|all told
work|work|effort|labour|labor|build time|dev time|development time|working time|hands on|workload
person|person|man|engineer|developer|fte
over|for the next|during the next|over|across|within|in|spread over|spread across|inside|over a period of|over the course of|over the next|within the next|in the next
done|done|complete|completed|finished|passed|spent|gone|down|used|accomplished|into|behind us
fraction|part of|most of|fraction of|majority of|bulk of|halfway through|halfway into|half way through|half way into|better part of|half of|third of|double|triple
past|already|so far|to date|past|the past|previous|the last|ago|earlier|late|overdue|behind schedule|prior|beforehand|in advance|left|to go|remaining
before|before|prior to|ahead of|short of
to|to|till|until|up to|through|thru|or
or|or|but
and|and|plus
between|between|from|anywhere from
plus|plus|followed by|then|and then|afterwards|thereafter|subsequently
extendedTo|extended to|extended until|extend to|prolonged to|changed to|shortened to|reduced to|now
extendedBy|extended by|extended|extend by|prolonged by
restated|i e|ie|that is|equals|also|aka|or rather|in other words
including|including|incl|inclusive of|of which|of those|of it|includes
not|not|instead of|rather than|except|excluding|excl|without|minus|less|negative|never|can be extended|may be extended|might be extended|could be extended|extendable|extensible|extension|option to extend|if needed|if necessary
until|until|till|til|untill|up until|no later than|not later than|at the latest|at latest|up to|up to and including
by|by|by the latest|latest|latest by|to
through|through|thru
end|end|ends|ending|end date|ends by|finish|finishes|finish by|due|due by|deadline|hard stop|hard deadline|hard end|eta|cutoff|cut off|completion date|target date
notBefore|not before|no earlier than|not earlier than|earliest|earliest start|at the earliest|at earliest|no sooner than|not until|or later|or after|onwards|onward
startsOn|start|starts|starting|begin|begins|beginning|from|since|as of|as from|effective|commencing|kick off|kickoff
inclusive|inclusive|included|and including|incl
link|the|on|date|is|of|at|around|about|approx|in
on|on|on the
the|the|this|current
endOf|end|end of|the end of|last day of|the last day of|close of
third|early|start of|beginning of=0|mid|middle of=1|late|later=2
which|this|current|this current|the current|this coming|coming=0|next|the next|following|the following=1
inDays|today|now=0|tomorrow|tmrw=1|day after tomorrow=2
endOfDay|eod|cob|eob|end of day|end of the day|end of business|close of business|close of play|cop|noon|midday|midnight
endOfPeriod|eow|week end=7|eom|month end=1|eoq|quarter end=3|eoy|year end=12
weekEnding|w e|month ending|quarter ending|year ending|fortnight ending|week ending|wk ending|week ended
weekNumber|cw|calendar week|calendar weeks
quarterLetter|q
fiscal|fy|fiscal|fiscal year|financial year|the fiscal year|the financial year|fiscal yr
ordinalEnd|st|nd|rd|th
clock|am|pm|a m|p m|o clock
calendar|same for|same again|likewise for|ditto|w b|wb|wc|week beginning|yesterday|weekend|weekends|holiday|holidays|easter|christmas|xmas|pentecost|thanksgiving|ramadan|summer|winter|autumn|spring|tonight|decade|century|biennium|week commencing|w c|midweek|nights|sometime|some time|semester|semesters|this time next|same time next
after|after|following|once|upon|post|counting from|dependent on|pending
from|from|since|starting|beginning|as of
startOfRun|start|the start|now|today|the start date|start date|day one|kickoff|kick off|the kickoff|this date|the beginning|beginning
pronoun|that|which|this|it|a|per|we|wards|with|you|they|all|then|there
when|when|if|unless|as soon as|while|as long as|depends|depending|subject to
undecidedAlone|na|none|nil|open|pending|depends|later|soon|asap
isoLetter|p|pt
numbered|version|v|no|nr|number
lasting|for|lasting|lasts
measure|fte|ftes|people|staff|personnel|men|women|children|data|kg|g|km|cm|l|ml|gb|mb|kwh|eur|euro|usd|chf|gbp|pct|percent|pcs|pax|points|k|mio|million|feet
noTime|may|sat|sun|mon|wed|w o|all day|are|is|were|was|will|be|have|has|need|needs|day to day|one of|at any time|time|possible|possibly|otherwise|else|perhaps|thus|hence|because|whereas|whenever|nonetheless|nevertheless|likewise|sooner|either|neither|besides|sometimes|regardless|elsewhere|somewhere|everywhere|nowhere|here|anyways|sideways|indoors|outdoors|overseas|upstairs|downstairs|nowadays|thereabouts|worst|best|outside|alongside|beside|therefore|furthermore|moreover|often|even|faster|slower|quicker|shorter|however|ever|together|alone|aside|meanwhile|awhile|despite|given|among|above|below|near|against|versus|vs|onto|off|out|via|worse|seems|looks|sounds|feels|takes|makes|does|goes|gets|becomes|remains|means|too|again|overnight|though|just|quite|like|thanks|yet|still|whoever|ours|yours|theirs|everyone|someone|nothing|yes|please|easier|safer|feasible|realistic|doable|worthwhile|backup|fewer|most|upside|downside|offside|thence|unlike|save|case|spare|barring|concerning|considering|regarding|amid|amongst|throughout|toward|beyond|assuming|provided|providing|give|permitting|evermore|someplace|buffer|slack|margin|contingency|reserve|grace
`;
