/** Whether a member may take thanks off the wall for good: who gave them, who got them, and the organization's owners. */
export function mayRemoveThanks(
  reader: { role: string | null; memberId: string | null; employeeId: string | null },
  thanks: { fromMemberId: string; toEmployeeId: string },
): boolean {
  return (
    reader.role === "owner" ||
    (reader.memberId !== null && reader.memberId === thanks.fromMemberId) ||
    (reader.employeeId !== null && reader.employeeId === thanks.toEmployeeId)
  );
}
