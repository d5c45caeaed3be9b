import { watchTime } from './session-clock.js';
import { focusWhatIsSaid, guardForms } from './submit-guard.js';

guardForms();
focusWhatIsSaid();
watchTime();
