import { stopDatabase } from './start-database';

export default stopDatabase;
