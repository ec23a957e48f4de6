/** Before a row goes away by its own button: leads the keyboard to the same button of the next row, or the one before. */
export function focusBeside(button: HTMLElement): void {
  const row = button.closest('li')
  const buttons = (of: Element | null | undefined) => [...of?.querySelectorAll('button') ?? []]
  buttons(row?.nextElementSibling ?? row?.previousElementSibling).at(buttons(row).indexOf(button as HTMLButtonElement) - buttons(row).length)?.focus()
}
