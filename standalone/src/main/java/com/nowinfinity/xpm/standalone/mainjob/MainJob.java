package com.nowinfinity.xpm.standalone.mainjob;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.calls.Patience;
import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import com.nowinfinity.xpm.standalone.mainjob.calls.Site;
import com.nowinfinity.xpm.standalone.mainjob.judging.ReportFiles;
import com.nowinfinity.xpm.standalone.mainjob.judging.SimulatorView;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The main job to its end: connect, label, run and judge the report; push new records with documents; let changes
 * follow by themselves; run again, which must say the same; let time pass on both sides, run and judge again. Ends with one line {@code RESULT {json}}.
 */
public final class MainJob {

    private final Access access;
    private final Path reportDir;
    private final PrintStream out;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;

    /**
     * @param access the system, with everything in it healthy
     * @param reportDir takes the last run's report as xlsx, csv and json
     * @param out people read it, machines its last line
     * @param nanoTime monotonic, for waits and durations
     */
    MainJob(
            Access access,
            Path reportDir,
            PrintStream out,
            InstantSource clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.access = access;
        this.reportDir = reportDir;
        this.out = out;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /** Runs it against a healthy system and returns the process's exit code: 0 when nothing fell short. */
    public static int run(Access access, Path reportDir, PrintStream out) {
        MainJob job = new MainJob(
                access, reportDir, out, InstantSource.system(), System::nanoTime, RandomGenerator.getDefault());
        return job.run() ? 0 : 1;
    }

    /** True when nothing fell short. */
    boolean run() {
        Tally tally = new Tally();
        List<String> shortfalls = new ArrayList<>();
        long start = nanoTime.getAsLong();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Site site = Site.of(access);
            ServiceCalls calls = new ServiceCalls(http, site.token());
            Desk desk = new Desk(site, calls, new Patience(nanoTime));
            Story story = new Story(
                    desk, simulator(site, http), new Progress(out, nanoTime), tally, shortfalls, clock, random);
            ReportFiles report = story.tell(http, reportDir);
            tally.set("seconds", (nanoTime.getAsLong() - start) / 1_000_000_000L);
            tally.set("report", report.xlsx().toAbsolutePath().toString());
            story.reckon(report);
        } catch (FellShortException e) {
            shortfalls.add(String.valueOf(e.getMessage()));
        }
        shortfalls.forEach(shortfall -> out.println("FELL SHORT: " + shortfall));
        out.println(tally.line());
        out.flush();
        return shortfalls.isEmpty();
    }

    private static @Nullable SimulatorView simulator(Site site, HttpClient http) {
        URI base = site.simulator();
        return base == null ? null : new SimulatorView(base, new ServiceCalls(http, null));
    }
}
