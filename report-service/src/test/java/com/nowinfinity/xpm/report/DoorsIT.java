package com.nowinfinity.xpm.report;

import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.access.doors.EveryDoor;
import java.net.URI;
import org.springframework.context.ApplicationContext;

class DoorsIT extends EveryDoor {

    @Override
    protected URI service() throws Exception {
        return TestReportService.shared().address("");
    }

    @Override
    protected URI management() throws Exception {
        return TestReportService.shared().management("");
    }

    @Override
    protected PortalKeys portal() throws Exception {
        return TestReportService.shared().portal;
    }

    @Override
    protected ApplicationContext context() throws Exception {
        return TestReportService.shared().context;
    }
}
