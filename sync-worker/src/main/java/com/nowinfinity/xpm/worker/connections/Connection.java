package com.nowinfinity.xpm.worker.connections;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.NewClients;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.events.WriteOn;
import com.nowinfinity.xpm.worker.intents.FollowRule;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A business's connection, and the choices that came with it.
 *
 * @param organisation the organisation in force, or that was before the business disconnected; null before the first one
 * @param since when it took the place of another one; whenever, where there was none
 */
public record Connection(ConnectionChanged told, @Nullable String organisation, Instant since) {

    /** The business that nobody has told us of: not connected. */
    static Connection none(String businessId) {
        ConnectionChanged nothing = ConnectionChanged.newBuilder()
                .setBusinessId(businessId)
                .setState(ConnectionState.NOT_CONNECTED)
                .build();
        return new Connection(nothing, null, Instant.MIN);
    }

    Connection changed(ConnectionChanged news) {
        String tenantId = news.getTenantId();
        if (tenantId == null || tenantId.equals(organisation)) {
            return new Connection(news, organisation, since);
        }
        return new Connection(news, tenantId, organisation == null ? since : news.getOccurredAt());
    }

    /** Whether what a person asked for at this time was meant for another organisation than the one in force. */
    public boolean isOlderThanOrganisation(Instant asked) {
        return asked.isBefore(since);
    }

    public String businessId() {
        return told.getBusinessId();
    }

    public long epoch() {
        return told.getEpoch();
    }

    /** The organisation that may be called now; empty while there is none. */
    public Optional<String> connectedTo() {
        return told.getState() == ConnectionState.CONNECTED
                ? Optional.ofNullable(told.getTenantId())
                : Optional.empty();
    }

    /** The organisation in force, connected or not; null while none is chosen. */
    public @Nullable String tenantId() {
        return told.getTenantId();
    }

    public LabelSet labels() {
        return LabelSet.of(told.getLabels());
    }

    public FollowRule followRule() {
        WriteOn writeOn = settings().map(Settings::getWriteOn).orElse(WriteOn.ACCEPTED);
        return new FollowRule(told.getFollowing(), writeOn, told.getTenantId());
    }

    public Optional<NewClients> newClients() {
        return settings().map(Settings::getNewClients);
    }

    public Optional<String> documentFolder() {
        return settings().map(Settings::getDocumentFolder);
    }

    /** Whether tax file numbers go to XPM at all. */
    public boolean sendsTaxFileNumbers() {
        return settings().map(Settings::getSendTaxFileNumbers).orElse(false);
    }

    private Optional<Settings> settings() {
        return Optional.ofNullable(told.getSettings());
    }
}
