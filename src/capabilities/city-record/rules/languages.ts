/** Languages a city may speak and work in, by ISO 639 code; the first five are those the platform speaks. */
export const cityLanguages: readonly string[] = (
  'en fr es pt ar af am ay az be bg bn bs ca cs da de dz el et eu fa ff fi fil ga gl gn gu ha he hi hr ht hu hy id ig is it ja ka ' +
  'kk km kn ko ku ky lb ln lo lt lv mg mk ml mn mr ms mt my ne nl no ny om or pa pl ps qu rn ro ru rw sd si sk sl sn so sq sr ss st sv sw ' +
  'ta te tg th ti tk tl tn tr ts uk ur uz ve vi wo xh yo zh zu'
).split(' ');
