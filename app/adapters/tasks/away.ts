import { GOES_ON_WHILE_AWAY } from '../../domain/task';

/** The kinds of `GOES_ON_WHILE_AWAY`, as the partial index `task_goes_on` lists them: another text misses the index. */
export const GOES_ON = `"kind" in (${GOES_ON_WHILE_AWAY.map((kind) => `'${kind}'`).join(', ')})`;

/** Of a row of "Task": its shop is not suspended, or it is a task that goes on all the same. */
export const NOT_AWAY = `(${GOES_ON} or not exists (
  select from "Absence" away where away."shop" = "Task"."shop" and away."backAt" is null))`;
