package com.nowinfinity.xpm.connector.settings;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.connector.runs.Schedule;
import com.nowinfinity.xpm.events.NewClients;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.events.WriteOn;
import java.time.Instant;

/** What settings can be. Absent means the default. */
final class SettingsRules {

    private SettingsRules() {}

    static Settings checked(Settings given, Instant now) {
        Checks.texts(given);
        NewClients newClients = given.getNewClients();
        Integer month = newClients == null ? null : newClients.getBalanceMonth();
        if (month != null && (month < 1 || month > 12)) {
            throw ProblemException.invalidField("invalid-field", "newClients.balanceMonth", "from 1 to 12");
        }
        String schedule = given.getSchedule();
        if (schedule != null && !new Schedule(schedule).isUsable(now)) {
            throw ProblemException.invalidField(
                    "invalid-field", "schedule", "is not a cron expression, as \"0 2 * * *\" for every night at two");
        }
        return given.getWriteOn() == WriteOn.UNKNOWN
                ? Settings.newBuilder(given).setWriteOn(WriteOn.ACCEPTED).build()
                : given;
    }
}
