package com.nowinfinity.xpm.simulator.admin;

import com.nowinfinity.xpm.simulator.identity.Identity;
import com.nowinfinity.xpm.simulator.identity.XeroUser;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Json;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens to a Xero user outside of any app: she takes her consent back, or loses a privilege. */
final class UserPaths {

    private final Identity identity;

    UserPaths(Identity identity) {
        this.identity = identity;
    }

    /** Whether she may connect an organisation, and what was connected in her name still works. */
    record Privilege(String tenantId, boolean granted) {}

    Answer answer(Request request) throws IOException {
        List<String> path =
                List.of(request.path().substring(AdminPaths.PREFIX.length()).split("/", -1));
        if (path.size() == 1 && request.method().equals("GET")) {
            return Json.answer(200, identity.users());
        }
        Optional<XeroUser> user = path.size() == 3 ? identity.user(path.get(1)) : Optional.empty();
        if (user.isEmpty()) {
            return Json.answer(404, Map.of("error", "No such user"));
        }
        return switch (request.method() + " " + path.get(2)) {
            case "POST revocation" -> {
                identity.revokeAll(user.get());
                yield Answer.empty(204);
            }
            case "POST disconnection" -> {
                identity.disconnect(user.get(), privilege(request).tenantId());
                yield Answer.empty(204);
            }
            case "PUT privilege" -> {
                Privilege privilege = privilege(request);
                identity.allow(user.get(), privilege.tenantId(), privilege.granted());
                yield Answer.empty(204);
            }
            default -> Json.answer(404, Map.of("error", "Nothing is here"));
        };
    }

    private static Privilege privilege(Request request) throws IOException {
        return FaultPaths.STRICT.readValue(request.bytes(), Privilege.class);
    }
}
