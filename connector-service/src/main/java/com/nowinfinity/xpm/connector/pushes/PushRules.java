package com.nowinfinity.xpm.connector.pushes;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import java.util.List;

/** What a push must say; what it leaves out is everyone around the entity, and no group. */
final class PushRules {

    private PushRules() {}

    static PushRequested checked(PushRequested given) {
        Checks.id(given.getEntityId(), "entityId");
        List<String> include = given.getInclude();
        if (include != null) {
            for (int i = 0; i < include.size(); i++) {
                Checks.id(include.get(i), "include[" + i + "]");
            }
        }
        GroupMode mode = given.getGroupMode() == GroupMode.UNKNOWN ? GroupMode.NONE : given.getGroupMode();
        switch (mode) {
            case EXISTING -> Checks.id(given.getGroupId(), "groupId");
            case NEW -> ProblemException.required(given.getGroupName(), "groupName");
            case NONE, UNKNOWN -> {}
        }
        return PushRequested.newBuilder(given)
                .setScope(given.getScope() == PushScope.UNKNOWN ? PushScope.ALL : given.getScope())
                .setGroupMode(mode)
                .build();
    }
}
