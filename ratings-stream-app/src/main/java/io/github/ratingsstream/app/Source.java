package io.github.ratingsstream.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.LongPredicate;

/** Where titles come from; and what takes the count of lines done, and says when those were the last. */
record Source(String host, int port, LongPredicate countDown) {

    /** The user's socket, which has no last line. In local mode an unknown host is found out now. */
    static Source socket(Options options, boolean local) {
        try {
            InetAddress.getByName(options.host());
        } catch (UnknownHostException e) {
            String problem = "the host of --host is not known: " + options.host();
            if (local) {
                throw new UserError(problem);
            }
            Console.say(problem + " here; executors may know it");
        }
        return new Source(options.host(), options.port(), lines -> false);
    }

    static Source demo(Demo demo) {
        return new Source(demo.host(), demo.port(), demo::done);
    }

    boolean endsAfter(long moreLines) {
        return countDown.test(moreLines);
    }
}
