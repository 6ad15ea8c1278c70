import { get, post, type Route } from '../../../../platform/http/route.ts';
import { anyone, visitors } from '../../../../platform/permissions/guard.ts';
import { sendProof } from '../learning.tsx';
import { sendPlaceConfirmation } from '../registration.tsx';
import { seatRoutes } from '../seat-routes.ts';
import { showCatalogue } from './catalogue.tsx';
import { showCourse } from './course.tsx';
import { showEvent } from './event.tsx';
import { checkModule, showModule } from './module.tsx';
import { searchRegisterCity, sendRegister, showRegister, showRegisterReceived } from './register.tsx';
import { searchStartCity, sendStart, showStart, showStartReceived } from './start.tsx';
import { sendBook, sendCourseFile, showPrint } from './take-along.tsx';
import { findCertificateByNumber, sendNameCheck, showCertificate, showCertificates } from './verify.tsx';

const course = '/training/courses/:slug';
const event = '/training/events/:id';
const learning = '/training/learning/:token';
const registration = '/training/registrations/:token';

export const routes: readonly Route[] = [
  get('/training', anyone, showCatalogue),
  get(course, anyone, showCourse),
  get(`${course}/modules/:n`, anyone, showModule),
  post(`${course}/modules/:n`, anyone, checkModule),
  get(`${course}/print`, anyone, showPrint),
  get(`${course}/book.epub`, anyone, sendBook),
  get(`${course}/files/:item`, anyone, sendCourseFile),
  get(`${course}/start`, visitors, showStart),
  post(`${course}/start`, visitors, sendStart),
  post(`${course}/start/city-search`, visitors, searchStartCity),
  get(`${course}/start/received`, anyone, showStartReceived),
  get(event, anyone, showEvent),
  get(`${event}/registration`, visitors, showRegister),
  post(`${event}/registration`, visitors, sendRegister),
  post(`${event}/registration/city-search`, visitors, searchRegisterCity),
  get(`${event}/registration/received`, anyone, showRegisterReceived),
  ...seatRoutes(learning, registration, visitors),
  post(`${learning}/proof`, visitors, sendProof),
  post(`${registration}/confirmation`, visitors, sendPlaceConfirmation),
  get('/certificates', anyone, showCertificates),
  post('/certificates', anyone, findCertificateByNumber),
  get('/certificates/:number', anyone, showCertificate),
  post('/certificates/:number/name-check', anyone, sendNameCheck),
];
