import type { ComponentChildren } from 'preact';
import { ButtonLink } from './button.tsx';

interface EmptyStateProps {
  /** What this is: "No city matches". */
  readonly title: string;
  /** Why it is empty. */
  readonly children: ComponentChildren;
  /** The one thing to do. */
  readonly action?: { readonly href: string; readonly label: string } | undefined;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{children}</p>
      {action && (
        <p>
          <ButtonLink href={action.href}>{action.label}</ButtonLink>
        </p>
      )}
    </div>
  );
}
