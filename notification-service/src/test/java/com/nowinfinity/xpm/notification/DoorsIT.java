package com.nowinfinity.xpm.notification;

import com.nowinfinity.xpm.access.doors.AccessCase;
import com.nowinfinity.xpm.access.doors.ManagementPort;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every door by the service's own description, with everyone who should not come through it. */
class DoorsIT {

    static Stream<AccessCase> accessCases() throws Exception {
        TestNotificationService service = TestNotificationService.shared();
        return AccessCase.of(service.address(""), service.portal);
    }

    @ParameterizedTest
    @MethodSource("accessCases")
    void refusesEveryoneWhoShouldNotComeThrough(AccessCase attempt) {
        attempt.assertRefused();
    }

    @Test
    void showsHealthOnTheManagementPortOnly() throws Exception {
        ManagementPort.assertShowsHealthAndMetricsOnly(
                TestNotificationService.shared().management(""));
    }
}
