package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.notice.UserError;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/** A local master, checked before Spark starts: driver, receiver and tasks share its JVM and its threads. */
public final class LocalMaster {

    private static final Pattern VALID = Pattern.compile("local(\\[([1-9]\\d{0,4}|\\*)(,\\d{1,5})?])?");
    private static final String EXECUTOR_LOADS_ITS_OWN = "spark.executor.userClassPathFirst";

    private LocalMaster() {}

    /**
     * Checks the master, and gives one with a single thread two, for a receiver and a task.
     *
     * @param conf the settings, with a local master
     * @param notices told of the second thread
     * @throws UserError if it is no master, or driver and executor could not exchange results
     */
    public static void check(SparkConf conf, Notices notices) {
        String master = conf.get("spark.master");
        if (!VALID.matcher(master).matches()) {
            throw new UserError(master + " is not a valid master; a local one is local[2] or local[*]");
        }
        if (conf.getBoolean(EXECUTOR_LOADS_ITS_OWN, false)) {
            throw new UserError(EXECUTOR_LOADS_ITS_OWN + " is for clusters: with a local master driver and executor"
                    + " would each load their own copy of the job, and could not exchange results");
        }
        if (isOneThread(master)) {
            notices.say("the master " + master
                    + " has one thread, and a receiver and a task need one each: using local[2]");
            conf.set("spark.master", "local[2]");
        }
    }

    private static boolean isOneThread(String master) {
        boolean allCores = master.equals("local[*]") || master.startsWith("local[*,");
        return master.equals("local")
                || master.equals("local[1]")
                || master.startsWith("local[1,")
                || allCores && Runtime.getRuntime().availableProcessors() == 1;
    }
}
