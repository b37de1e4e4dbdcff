// Units of time in languages that are not read: a text with one of them cannot be dated from its other words.
import type { Language } from '../language.ts';

export const OTHERS: Language = {
  words: { units: {}, numbers: '', articles: '', months: '', weekdays: '', shortWeekdays: '', ordinals: '' },
  forms: {
    calendar: [
      'giorno|giorni|settimana|settimane|mese|mesi|anno|anni|trimestri',
      'dagen|weken|maand|maanden|kwartaal|kwartalen|jaar|jaren',
      'dag|dagar|dage|dager|vecka|veckor|uge|uger|uke|uker|manad|manader|maned|maneder',
      'dzien|dni|tydzien|tygodnie|tygodni|miesiac|miesiace|miesiecy',
      'dnu|tyden|tydny|tydnu|mesic|mesice|mesicu|roky|viikko|viikkoa|paiva|paivaa|kuukausi|kuukautta',
      'hafta|honap',
    ].join('|'),
  },
};
