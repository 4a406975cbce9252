"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { archiveEmployee } from "../commands/archive-employee";
import { archiveLocation } from "../commands/archive-location";
import { archiveTeam } from "../commands/archive-team";
import { createEmployee } from "../commands/create-employee";
import { createLocation } from "../commands/create-location";
import { createTeam } from "../commands/create-team";
import { deleteEmployee } from "../commands/delete-employee";
import { deleteLocation } from "../commands/delete-location";
import { deleteTeam } from "../commands/delete-team";
import { restoreEmployee } from "../commands/restore-employee";
import { restoreLocation } from "../commands/restore-location";
import { restoreTeam } from "../commands/restore-team";
import { updateEmployee } from "../commands/update-employee";
import { updateLocation } from "../commands/update-location";
import { updateTeam } from "../commands/update-team";
import {
  employeeInput,
  employeeUpdate,
  locationInput,
  locationUpdate,
  teamInput,
  teamUpdate,
} from "../schema";

const onlyId = z.object({ id });

export const createLocationAction = defineAction({
  input: locationInput,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(createLocation(scope, input)),
});

export const updateLocationAction = defineAction({
  input: locationUpdate,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(updateLocation(scope, input)),
});

export const archiveLocationAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(archiveLocation(scope, input.id)),
});

export const restoreLocationAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(restoreLocation(scope, input.id)),
});

export const deleteLocationAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(deleteLocation(scope, input.id)),
});

export const createTeamAction = defineAction({
  input: teamInput,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(createTeam(scope, input)),
});

export const updateTeamAction = defineAction({
  input: teamUpdate,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(updateTeam(scope, input)),
});

export const archiveTeamAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(archiveTeam(scope, input.id)),
});

export const restoreTeamAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(restoreTeam(scope, input.id)),
});

export const deleteTeamAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(deleteTeam(scope, input.id)),
});

export const createEmployeeAction = defineAction({
  input: employeeInput,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(createEmployee(scope, input)),
});

export const updateEmployeeAction = defineAction({
  input: employeeUpdate,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(updateEmployee(scope, input)),
});

export const archiveEmployeeAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(archiveEmployee(scope, input.id)),
});

export const restoreEmployeeAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(restoreEmployee(scope, input.id)),
});

export const deleteEmployeeAction = defineAction({
  input: onlyId,
  permission: "people.manage",
  run: (scope, input) => thenRefresh(deleteEmployee(scope, input.id)),
});
