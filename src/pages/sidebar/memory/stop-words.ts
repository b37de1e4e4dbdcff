// Words that tell nothing of what a text is about, in the languages that durations are read in; without accents.
const WORDS = {
  english: `a about after all also an and any are as at be because been before but by can could do does each every few first for from
    had has have if in into is it its just less many may more most must no not of on one only or other our out over same so some such
    than that the their them then there they this those to too two under until up very was we were what when where which while who why
    will with without would you your`,
  german: `aber alle als am an auch auf aus bei bis das dass dem den der des die ein eine einem einen einer es fur ich im in ist
    jede jeden jeder mehr mit nach nicht noch nur oder pro sich sie sind so uber um und vom von vor wann was weil weniger wenn wer
    werden wie wir wird zu zum zur`,
  french: `au aux avant avec ce ces cette chaque dans de des du elle en est et il ils la le les leur mais moins ne nous on ou par
    parce pas plus pour que qui sans se ses si sont sur un une vous`,
  spanish: `al antes cada como con cuando de del el ella ellos en entre es esta este la las los mas menos no nos para pero por porque
    que se si sin sobre su sus un una uno y ya`,
  portuguese: `antes ao aos as cada com como da das de do dos ela ele em entre essa esse eu mais mas menos na nas nao no nos os ou para
    pela pelo por porque quando que se sem seu sua um uma`,
};

const ALL = new Set(Object.values(WORDS).join(' ').split(/\s+/));

export function isStopWord(word: string): boolean {
  return ALL.has(word);
}
