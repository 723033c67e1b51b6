import { sendForms } from './page/forms';
import { showNotice } from './page/notice';
import { showNews } from './page/news';

/* On every page of the simulator: forms that call it, and what has happened since the last one. */

sendForms();
showNotice();
showNews();
