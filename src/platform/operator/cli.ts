import type { Command } from '../command-line/command.ts';
import { backupCommands } from './backup-commands.ts';
import { doctorCommand } from './doctor.ts';
import type { DoctorCheck } from './doctor-check.ts';
import { logCommands } from './log-commands.ts';

/** Commands that belong to no capability. @param checks what capabilities want the doctor to look at */
export function operatorCommands(checks: readonly DoctorCheck[]): readonly Command[] {
  return [...backupCommands, ...logCommands, doctorCommand(checks)];
}
