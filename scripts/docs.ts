import { drawReadme } from './readme';

drawReadme();
