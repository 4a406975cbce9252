export async function rebuildAllRollups(_organizationId: string): Promise<void> {}
