// The document's name at the top, which can be changed where it stands.

/** Keeps the field and the tab's title in step with the book; `rename` is called once the person leaves the field with another name. */
export class BookTitle {
  private readonly field: HTMLInputElement;
  private name = '';

  constructor(field: HTMLInputElement, rename: (name: string) => void, leave: () => void) {
    this.field = field;
    const take = () => {
      const name = field.value.trim();
      if (name !== '' && name !== this.name) rename(name);
      else this.show(this.name);
    };
    field.addEventListener('input', () => this.fit());
    field.addEventListener('change', take);
    field.addEventListener('keydown', (event) => {
      // Keys in the name are not the grid's.
      event.stopPropagation();
      if (event.key === 'Escape') field.value = this.name;
      if (event.key === 'Escape' || event.key === 'Enter') leave();
    });
  }

  show(name: string): void {
    this.name = name;
    if (document.activeElement !== this.field || this.field.value === '') this.field.value = name;
    document.title = `${name} - Kaizen Log`;
    this.fit();
  }

  /** As wide as the name. */
  private fit(): void {
    this.field.size = Math.min(60, Math.max(8, this.field.value.length));
  }
}
