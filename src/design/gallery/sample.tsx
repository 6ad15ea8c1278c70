import type { ComponentChildren } from 'preact';

/** One group of pieces. */
export function SampleGroup({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
