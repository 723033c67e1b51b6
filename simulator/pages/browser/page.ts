import { fitLetter } from './page/fit-letter';
import { sendForms } from './page/forms';
import { showNotice } from './page/notice';
import { showNews } from './page/news';

/* On every page of the simulator: forms that call it, what has happened since the last one, and letters in full. */

sendForms();
showNotice();
showNews();
fitLetter();
