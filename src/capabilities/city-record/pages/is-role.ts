import { type Role, roles } from '../../../kernel/actor.ts';

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
