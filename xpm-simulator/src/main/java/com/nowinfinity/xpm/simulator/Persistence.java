package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.admin.Truth;
import com.nowinfinity.xpm.simulator.identity.IdentityState;
import com.nowinfinity.xpm.simulator.journal.Journal;
import com.nowinfinity.xpm.simulator.journal.JournalFile;
import com.nowinfinity.xpm.simulator.journal.JournalLine;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.judge.History;
import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.OrganisationProfile;
import com.nowinfinity.xpm.simulator.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A simulator's folder: {@code practice.json} with what never changes, {@code journal.jsonl} with what does, the
 * signing key. The journal is written last at the first start, so that it stands for all of them.
 */
final class Persistence {

    private static final int CHANGES_ON_A_LINE = 200;

    private final @Nullable Path folder;
    private long life;

    private Persistence(@Nullable Path folder) {
        this.folder = folder;
    }

    static Persistence in(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new Persistence(folder);
    }

    /** What never changes, and how often the simulator has started over it. */
    private record Fixed(long life, List<OrganisationProfile> organisations, Truth truth) {}

    /** How often a simulator started over this folder before. */
    long life() {
        return life;
    }

    Memory recallOr(Supplier<Memory> fresh) throws IOException {
        if (folder == null || !Files.exists(journalIn(folder))) {
            return fresh.get();
        }
        Fixed fixed = Json.mapper().readValue(Files.readAllBytes(practiceIn(folder)), Fixed.class);
        life = fixed.life() + 1;
        Map<String, Organisation> organisations = fixed.organisations().stream()
                .map(Organisation::new)
                .collect(Collectors.toMap(
                        organisation -> organisation.profile().tenantId(),
                        organisation -> organisation,
                        (one, same) -> one,
                        LinkedHashMap::new));
        Memory memory = new Memory(organisations, fixed.truth(), new IdentityState(), new History());
        JournalFile.read(journalIn(folder), line -> recall(memory, line));
        return memory;
    }

    /** From here on everything is kept; what came before is written anew, without its detours. */
    Journal begin(Memory memory) throws IOException {
        if (folder == null) {
            return Journal.none();
        }
        List<OrganisationProfile> profiles = memory.organisations().values().stream()
                .map(Organisation::profile)
                .toList();
        replace(practiceIn(folder), Json.mapper().writeValueAsBytes(new Fixed(life, profiles, memory.truth())));
        return JournalFile.startWith(journalIn(folder), contents(memory));
    }

    KeyPair signingKey() throws IOException {
        return folder == null ? SigningKeys.ofThisProcess() : SigningKeys.keptIn(folder.resolve("signing-key.json"));
    }

    static void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void recall(Memory memory, JournalLine line) {
        Organisation organisation =
                line.tenantId() == null ? null : memory.organisations().get(line.tenantId());
        if (organisation != null) {
            line.changes().forEach(organisation::apply);
        }
        line.identity().forEach(memory.identity()::apply);
        CallRecord call = line.call();
        if (call != null) {
            memory.history().add(call, line.doubled());
        }
    }

    private static Stream<JournalLine> contents(Memory memory) {
        Stream<JournalLine> organisations = memory.organisations().values().stream()
                .flatMap(organisation -> chunks(organisation.contents())
                        .map(changes -> JournalLine.ofOrganisation(
                                organisation.profile().tenantId(), changes)));
        Stream<JournalLine> calls = memory.history().entries().stream()
                .map(entry -> new JournalLine(null, List.of(), List.of(), entry.call(), entry.doubled()));
        return Stream.of(
                        organisations,
                        Stream.of(JournalLine.ofIdentity(memory.identity().contents())),
                        calls)
                .flatMap(lines -> lines);
    }

    private static Stream<List<Change>> chunks(List<Change> changes) {
        return IntStream.range(0, (changes.size() + CHANGES_ON_A_LINE - 1) / CHANGES_ON_A_LINE)
                .mapToObj(i -> new ArrayList<>(
                        changes.subList(i * CHANGES_ON_A_LINE, Math.min(changes.size(), (i + 1) * CHANGES_ON_A_LINE))));
    }

    private static Path journalIn(Path folder) {
        return folder.resolve("journal.jsonl");
    }

    private static Path practiceIn(Path folder) {
        return folder.resolve("practice.json");
    }
}
