// Units of time in languages that are not read: a text with one of them cannot be dated from its other words.
export const OTHERS = `
calendar|giorno|giorni|settimana|settimane|mese|mesi|anno|anni|trimestri
calendar|dagen|weken|maand|maanden|kwartaal|kwartalen|jaar|jaren
calendar|dag|dagar|dage|dager|vecka|veckor|uge|uger|uke|uker|manad|manader|maned|maneder
calendar|dzien|dni|tydzien|tygodnie|tygodni|miesiac|miesiace|miesiecy
calendar|dnu|tyden|tydny|tydnu|mesic|mesice|mesicu|roky|viikko|viikkoa|paiva|paivaa|kuukausi|kuukautta
calendar|hafta|honap
`;
