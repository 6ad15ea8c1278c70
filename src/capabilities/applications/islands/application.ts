import '../../../design/islands/main.ts';
import { AnswerSaver } from './answer-saver.ts';

// The kit's islands and the one that saves answers: one script, one request.
customElements.define('answer-saver', AnswerSaver);
