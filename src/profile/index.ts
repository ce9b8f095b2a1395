export { type Answered, profileDocument } from './profile.js';
