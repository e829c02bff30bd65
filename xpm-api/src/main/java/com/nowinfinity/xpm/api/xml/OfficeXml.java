package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.practice.ClientDocument;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.GroupMembers;
import com.nowinfinity.xpm.api.practice.StaffMember;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands around clients: members of groups, documents, staff. */
public final class OfficeXml {

    private OfficeXml() {}

    public static @Nullable GroupMembers groupMembers(XmlElement group) {
        ClientGroup named = ClientXml.group(group);
        return named == null ? null : new GroupMembers(named, group.items("Clients", "Client", ClientXml::reference));
    }

    public static ClientDocument document(XmlElement document) {
        return new ClientDocument(
                document.text("Title"),
                document.text("Text"),
                document.text("Folder"),
                document.value("Date", XmlValues::date),
                document.text("CreatedBy"),
                document.text("FileName"),
                document.text("URL"));
    }

    /** The id of a document just added: in the answer itself, or in an element around it. */
    public static Optional<String> documentId(List<XmlElement> found) {
        for (XmlElement element : found) {
            String id = element.name().equals("UUID") ? element.ownText() : element.text("UUID");
            if (id != null) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    public static @Nullable StaffMember staff(XmlElement member) {
        String id = member.text("UUID");
        return id == null
                ? null
                : new StaffMember(
                        id, member.text("Name"), member.text("Email"), member.text("Phone"), member.text("Mobile"));
    }
}
