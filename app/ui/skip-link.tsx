/** The first stop of the Tab key: past the navigation, to the page's own matter (`id="main"`). */
export function SkipLink({ children }: { children: string }) {
  return (
    <a href="#main" className="skip-link">
      {children}
    </a>
  );
}
