package com.nowinfinity.xpm.standalone.process;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Main class of every child: runs the main class named by the first argument, and ends the process as soon as its
 * standard input ends. The parent holds the other end of that pipe, so no child outlives it, however it dies.
 */
public final class EndWithParent {

    private static final int PARENT_GONE = 70;

    private EndWithParent() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().name("end-with-parent").daemon().start(EndWithParent::watch);
        var rest = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) rest);
    }

    private static void watch() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // The pipe is gone, and the parent with it.
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
