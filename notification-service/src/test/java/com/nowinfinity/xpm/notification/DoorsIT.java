package com.nowinfinity.xpm.notification;

import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.access.doors.EveryDoor;
import java.net.URI;
import java.util.Map;
import org.springframework.context.ApplicationContext;

class DoorsIT extends EveryDoor {

    @Override
    protected URI service() throws Exception {
        return TestNotificationService.shared().address("");
    }

    @Override
    protected URI management() throws Exception {
        return TestNotificationService.shared().management("");
    }

    @Override
    protected PortalKeys portal() throws Exception {
        return TestNotificationService.shared().portal;
    }

    @Override
    protected ApplicationContext context() throws Exception {
        return TestNotificationService.shared().context;
    }

    /** Mail programs follow the link at a mail's end, without a login. */
    @Override
    protected Map<String, Integer> doorsOutside() {
        return Map.of("GET /notifications/unsubscribe", 400, "POST /notifications/unsubscribe", 400);
    }
}
