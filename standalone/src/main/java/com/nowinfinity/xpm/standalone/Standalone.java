package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.mainjob.MainJob;
import com.nowinfinity.xpm.standalone.operating.Ops;
import com.nowinfinity.xpm.standalone.options.CommandLine;
import com.nowinfinity.xpm.standalone.options.Options;
import com.nowinfinity.xpm.standalone.options.WrongOptionException;
import com.nowinfinity.xpm.standalone.process.StartFailedException;
import com.nowinfinity.xpm.standalone.stack.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code ./run} starts: the whole system, supervised, until a signal or the end of the main job. */
public final class Standalone {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Standalone() {}

    public static void main(String[] arguments) {
        System.exit(code(List.of(arguments)));
    }

    private static int code(List<String> arguments) {
        try {
            if (!arguments.isEmpty() && arguments.getFirst().equals("ops")) {
                return Ops.run(
                        arguments.subList(1, arguments.size()), System.getenv("OPS_TOKEN"), System.out, System.err);
            }
            if (CommandLine.asksForHelp(arguments)) {
                System.out.println(CommandLine.USAGE);
                return 0;
            }
            if (arguments.equals(List.of("prepare"))) {
                installation().unpackedServices();
                return 0;
            }
            return run(CommandLine.read(arguments));
        } catch (WrongOptionException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (StartFailedException failed) {
            System.err.println(failed.getMessage());
            return FAILED;
        }
    }

    private static int run(Options options) {
        var dataDir = options.dataDir();
        if (options.once() || dataDir == null) {
            return new OnceRun(
                            options,
                            installation(),
                            (access, reports) -> MainJob.run(access, reports, System.out),
                            System.err)
                    .toTheEnd();
        }
        new LastingRun(options, dataDir, installation(), System.out).untilStopped();
        return FAILED;
    }

    /** Where {@code ./run} stands, or wherever the build was told to put things. */
    private static Installation installation() {
        var repository = Path.of(System.getProperty("repository", ".")).toAbsolutePath();
        var registry = Optional.ofNullable(System.getProperty("registry.home"))
                .map(Path::of)
                .orElse(repository.resolve("standalone/target/registry"));
        return new Installation(repository, registry);
    }
}
