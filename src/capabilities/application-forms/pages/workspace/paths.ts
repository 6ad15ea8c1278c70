/** Where forms are built. */
export const formsPath = '/workspace/forms';

export function formPath(id: string): string {
  return `${formsPath}/${id}`;
}

export function draftPath(id: string): string {
  return `${formPath(id)}/draft`;
}

export function questionPath(id: string, key: string): string {
  return `${draftPath(id)}/questions/${key}`;
}

export function sectionPath(id: string, key: string): string {
  return `${draftPath(id)}/sections/${key}`;
}

export function previewPath(id: string, version: number): string {
  return `${formPath(id)}/versions/${version}/preview`;
}
