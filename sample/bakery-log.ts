// The sample log: a bakery group that does not exist, its experiments dated around the day it is opened.

import { withDays } from './days.ts';

/** The log on a day, as yyyy-mm-dd: with every status, layer and decision, some of it overdue on whatever day it is opened. */
export function sampleLog(today: string): string {
  return withDays(SAMPLE, today);
}

/** Its text, with `{day -3}` where the day of three days ago is to stand. The build puts it beside the script, for which it is too long. */
export const SAMPLE = `# Harbour Bakery Group — Kaizen Log

*Small experiments that make the bakeries run better.*

**Last Updated:** {day -3}

---

## Three Kaizen Layers

| Layer | What We Improve | Example |
|-------|----------------|---------|
| **System** | Ordering, till and oven software, sensors | "Send flour orders from the stock sheet" |
| **Process** | Shifts, handovers, deliveries, tasting rounds | "Hand over the night shift in writing" |
| **Model** | Prices, waste targets, how a shop is judged | "Judge shops by bread sold, not bread baked" |

---

## How to Log an Experiment

\`\`\`
learn kaizen bakery: [experiment description]
\`\`\`

Or manually add using the template below.

---

## Experiment Template

\`\`\`markdown
### [K-BAKE-XXX] Experiment Title
**Date:** YYYY-MM-DD
**Layer:** System / Process / Model
**Entity:** Group / Quay Street / Mill Lane / Station / Delivery / Cross-entity
**Status:** Proposed / Active / Completed / Dropped

**Hypothesis:**
If we [change], then [outcome] because [reasoning].

**Expected Result:**
[Measurable outcome]

**Duration:**
[How long to run the experiment]

**Actual Result:**
(filled after experiment completes)

**Learning:**
(filled after experiment completes)

**Decision:** Adopt / Iterate / Drop
\`\`\`

---

## Active Experiments

### [K-BAKE-004] Oven log read by sensor instead of by hand
**Date:** {day -41}
**Layer:** System
**Entity:** Quay Street
**Status:** Active

**Hypothesis:**
If we read oven temperatures from a sensor every minute, then fewer trays burn because a drift is seen before the bread shows it.

**Expected Result:**
- Burnt trays down from 9 to 4 a week
- No temperature written by hand any more

**Duration:**
4 weeks: Week 1 — fit the sensors. Week 2-3 — run beside the paper log. Week 4 — put the paper away.

**Risks Identified:**
1. Flour dust blinds the sensor
2. Night staff trust the paper more

**Actual Result:**
(pending)

**Learning:**
(pending)

**Decision:** (pending)

---

### [K-BAKE-006] Written handover from night to morning shift
**Date:** {day -20}
**Layer:** Process
**Entity:** Mill Lane, Station
**Status:** Active

**Hypothesis:**
If the night shift leaves five lines on the board, then the morning starts 20 minutes sooner because nobody has to look for what is proving.

**Expected Result:**
First loaves on the shelf by 06:10 on at least 9 of 10 days.

**Duration:**
3 weeks

**Actual Result:**
(pending)

**Learning:**
(pending)

**Decision:** (pending)

---

### [K-BAKE-007] Price the day-old shelf by weight
**Date:** {day -12}
**Layer:** Model
**Entity:** Station
**Status:** Active

**Hypothesis:**
If day-old bread is sold by weight, then less of it is thrown away because people take odd pieces too.

**Expected Result:**
Waste under 6 kg a day, measured at closing.

**Duration:**
Until the summer menu is decided

**Actual Result:**
(pending)

**Learning:**
(pending)

**Decision:** (pending)

---

### [K-BAKE-008] Two delivery rounds instead of three
**Date:** {day -5}
**Layer:** Process
**Entity:** Delivery
**Status:** Active

**Hypothesis:**
If the vans leave at 05:00 and 10:00 only, then fuel drops by a fifth because the noon round is mostly empty.

**Expected Result:**
| Measure | Now | Wanted |
|---|---|---|
| Litres a week | 210 | 170 |
| Late cafés | 2 | 2 |

**Duration:**
6 weeks

**Actual Result:**
(pending)

**Learning:**
(pending)

**Decision:** (pending)

---

### [K-BAKE-009] One starter culture for all three shops
**Date:** {day -30}
**Layer:** System
**Entity:** Group (first Quay Street), then cross-entity
**Status:** Proposed

**Hypothesis:**
If all shops draw from one starter, then the rye tastes the same everywhere because the culture no longer drifts apart.

**Expected Result:**
Blind tasting: at most 1 of 12 people can tell the shops apart.

**Duration:**
1 month

**Actual Result:**
(pending)

**Learning:**
(pending)

**Decision:** (pending)

---

### [K-BAKE-010] Ask regulars by name card
**Date:** {day -2}
**Layer:** Model
**Entity:** Mill Lane
**Status:** Proposed

**Hypothesis:**
If regulars fill in a card once a month, then we drop two slow breads because we learn what they would miss.

**Expected Result:**
40 cards in the first month.

**Duration:**
1 month

**Actual Result:**
(pending)

**Learning:**
(pending)

**Decision:** (pending)

---

## Completed Experiments

### [K-BAKE-001] Flour ordered from the stock sheet
**Date:** {day -160}
**Layer:** System
**Entity:** Group
**Status:** Completed

**Hypothesis:**
If the stock sheet sends the flour order, then we stop running out because nobody has to remember it.

**Expected Result:**
No day without rye flour in 8 weeks.

**Duration:**
8 weeks

**Actual Result:**
One day without rye flour, when the mill was closed; none by our own fault.

**Learning:**
The order was never the problem on busy days; counting sacks on Sunday was.

**Decision:** Adopt

---

### [K-BAKE-002] Tasting round before opening
**Date:** {day -130}
**Layer:** Process
**Entity:** Quay Street
**Status:** Completed

**Hypothesis:**
If the first loaf of each bread is tasted before opening, then complaints halve because a bad batch never reaches the shelf.

**Expected Result:**
Complaints from 8 to 4 a month.

**Duration:**
1 month

**Actual Result:**
Complaints went from 8 to 6.

**Learning:**
Tasting finds salt and bake, not staleness; the afternoon shelf is where complaints start.

**Decision:** Iterate

---

## Dropped Experiments

### [K-BAKE-003] Self-service till at the station
**Date:** {day -110}
**Layer:** System
**Entity:** Station
**Status:** Dropped

**Hypothesis:**
If commuters scan their own rolls, then the queue shortens because paying takes half the time.

**Expected Result:**
Queue under 4 people at 07:30.

**Duration:**
2 weeks

**Actual Result:**
Stopped after 4 days: loose rolls cannot be scanned.

**Learning:**
Check that the goods fit the machine before the machine is rented.

**Decision:** Drop

---

### [K-BAKE-005] Shop ranking on the staff board
**Date:** {day -70}
**Layer:** Model
**Entity:** Cross-entity
**Status:** Dropped

**Hypothesis:**
If shops see each other's waste, then waste falls because nobody wants to be last.

**Expected Result:**
Waste down 10 % in every shop.

**Duration:**
6 weeks

**Actual Result:**
Waste fell 3 %, and two shops began to underbake.

**Learning:**
A ranking is answered by gaming it; show each shop its own trend instead.

**Decision:** Iterate

---

## Experiment Candidates

*Ideas to test:*

- Process: Prepare sandwich fillings the evening before — does the lunch queue move faster?
- System: Stock sheet on the bakers' tablet — are counts done on Saturday already?
- Model: Bonus for the smallest waste per loaf sold — does it hold for a quarter?

---

## Related Files

- \`RECIPES.md\` — what goes into each bread
- \`SHIFT_RULES.md\` — who may swap with whom
`;
