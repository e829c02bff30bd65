package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Who works in the practice. */
final class StaffCalls {

    private StaffCalls() {}

    static Outcome list(Organisation organisation, Call call) {
        List<StaffMember> staff = organisation.profile().staff();
        return Outcome.read(
                staff.size() + " staff read",
                () -> Envelope.ok(
                        call.apiMethod(),
                        xml -> xml.element("StaffList", () -> {
                            for (StaffMember member : staff) {
                                write(xml, member);
                            }
                        })));
    }

    static Outcome get(Organisation organisation, Call call) {
        StaffMember member = organisation.profile().staff().stream()
                .filter(each -> each.id().equals(call.id()))
                .findFirst()
                .orElseThrow(() -> new RefusedException("Invalid staff identifier"));
        return Outcome.read(
                "staff read " + member.id(), () -> Envelope.ok(call.apiMethod(), xml -> write(xml, member)));
    }

    private static void write(XmlWriter xml, StaffMember member) throws XMLStreamException {
        xml.element(
                "Staff",
                () -> xml.text("UUID", member.id())
                        .text("Name", member.name())
                        .text("Email", member.email())
                        .text("Phone", member.phone())
                        .text("Mobile", "")
                        .text("Address", "")
                        .text("PayrollCode", member.payrollCode())
                        .text("WebUrl", "https://practicemanager.xero.com/app/staff/" + member.id() + "/information"));
    }
}
