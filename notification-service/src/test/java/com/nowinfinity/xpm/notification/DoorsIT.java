package com.nowinfinity.xpm.notification;

import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.access.doors.EveryDoor;
import java.net.URI;

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
}
