"use server";

import { archiveMember, restoreMember } from "@/features/organizations/commands/archive-member";
import {
  resendMemberInvitation,
  revokeMemberInvitation,
} from "@/features/organizations/commands/change-member-invitation";
import { inviteMember } from "@/features/organizations/commands/invite-member";
import { setObserver } from "@/features/organizations/commands/set-observer";
import { updateMemberAccess } from "@/features/organizations/commands/update-member-access";
import {
  memberAccessInput,
  memberInput,
  memberInvitationIdInput,
  memberInvitationInput,
  observerInput,
} from "@/features/organizations/schema";
import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";

export const inviteMemberAction = defineAction({
  input: memberInvitationInput,
  permission: "members.manage",
  run: (scope, input) => inviteMember(scope, input),
});

export const resendMemberInvitationAction = defineAction({
  input: memberInvitationIdInput,
  permission: "members.manage",
  run: (scope, input) => thenRefresh(resendMemberInvitation(scope, input.memberInvitationId)),
});

export const revokeMemberInvitationAction = defineAction({
  input: memberInvitationIdInput,
  permission: "members.manage",
  run: (scope, input) => thenRefresh(revokeMemberInvitation(scope, input.memberInvitationId)),
});

export const updateMemberAccessAction = defineAction({
  input: memberAccessInput,
  permission: "members.manage",
  run: (scope, input) => updateMemberAccess(scope, input),
});

export const archiveMemberAction = defineAction({
  input: memberInput,
  permission: "members.manage",
  run: (scope, input) => thenRefresh(archiveMember(scope, input.memberId)),
});

export const restoreMemberAction = defineAction({
  input: memberInput,
  permission: "members.manage",
  run: (scope, input) => thenRefresh(restoreMember(scope, input.memberId)),
});

export const setObserverAction = defineAction({
  input: observerInput,
  permission: "members.manage",
  run: (scope, input) => thenRefresh(setObserver(scope, input)),
});
