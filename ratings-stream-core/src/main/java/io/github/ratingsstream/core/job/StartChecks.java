package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/** Refuses what a job can't keep its promises with: Spark settings, and folders that overlap. */
public final class StartChecks {

    private static final String RECEIVER_LOG = "spark.streaming.receiver.writeAheadLog.enable";
    private static final Pattern LOCAL_CLUSTER = Pattern.compile("local-cluster\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,.*");

    private static final String STANDALONE = "spark://";
    private static final int STANDALONE_PORT = 7077;
    private static final int CONNECT_MILLIS = 5_000;

    private StartChecks() {}

    /**
     * Checks Spark's settings.
     *
     * @param conf the settings, complete
     * @param receiver whether titles come through a receiver, as from a socket
     * @param checkpoint the checkpoint directory, if there is one
     * @throws UserError if one breaks a promise; it names the setting
     */
    public static void settings(SparkConf conf, boolean receiver, Optional<String> checkpoint) {
        if (conf.getInt("spark.streaming.concurrentJobs", 1) > 1) {
            throw new UserError("spark.streaming.concurrentJobs must be 1: with more, batches end out of order,"
                    + " and a restart skips those that were not finished");
        }
        if (conf.getBoolean("spark.kryo.registrationRequired", false)
                && conf.get("spark.serializer", "").endsWith("KryoSerializer")) {
            throw new UserError("spark.kryo.registrationRequired must be false: Spark's own receiver messages are not"
                    + " registered, and nothing would be read");
        }
        if (receiver && conf.getBoolean(RECEIVER_LOG, false) && checkpoint.isEmpty()) {
            throw new UserError(
                    RECEIVER_LOG + " needs a checkpoint directory: without one the receiver never reads anything;"
                            + " give one, or set it to false");
        }
        if (receiver && cores(conf).filter(cores -> cores == 1).isPresent()) {
            throw new UserError("the receiver would hold the only core, and no title would be looked up:"
                    + " give the job at least two cores (now: " + coresSetting(conf) + ")");
        }
    }

    /**
     * Checks that a standalone cluster can take the job; any other master passes. Waits up to 5 s for each address.
     *
     * @param conf the settings, complete
     * @throws UserError if the driver would run on a worker, or no master answers
     */
    public static void master(SparkConf conf) {
        String master = conf.get("spark.master", "");
        if (!master.startsWith(STANDALONE)) {
            return;
        }
        if (conf.get("spark.submit.deployMode", "client").equals("cluster")) {
            throw new UserError("--deploy-mode cluster does not work on a standalone cluster: nobody would see this"
                    + " line, nor how the job ends; submit with --deploy-mode client");
        }
        if (Stream.of(master.substring(STANDALONE.length()).split(",")).noneMatch(StartChecks::answers)) {
            throw new UserError("the master " + master + " does not answer: check its address, and that it runs");
        }
    }

    private static boolean answers(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            String host = colon < 0 ? address : address.substring(0, colon);
            int port = colon < 0 ? STANDALONE_PORT : Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Those the job can have, where a setting says so. */
    private static Optional<Integer> cores(SparkConf conf) {
        String master = conf.get("spark.master", "");
        Matcher local = LOCAL_CLUSTER.matcher(master);
        if (local.matches()) {
            return Optional.of(Integer.parseInt(local.group(1)) * Integer.parseInt(local.group(2)));
        }
        if (master.startsWith(STANDALONE) && conf.contains("spark.cores.max")) {
            return Optional.of(conf.getInt("spark.cores.max", 1));
        }
        return Optional.empty();
    }

    private static String coresSetting(SparkConf conf) {
        return conf.get("spark.master").startsWith("local-cluster") ? conf.get("spark.master") : "spark.cores.max=1";
    }

    /**
     * Checks that no directory is another's, or in another.
     *
     * @param byName the directories, by what the user knows them by
     * @throws UserError if two overlap; it names both
     */
    public static void folders(Map<String, String> byName) {
        Map<String, String> seen = new TreeMap<>();
        byName.forEach((name, folder) -> qualified(folder).ifPresent(path -> {
            seen.forEach((before, other) -> {
                if (path.startsWith(other) || other.startsWith(path)) {
                    throw new UserError(
                            before + " and " + name + " overlap: give each a directory of its own, outside the other");
                }
            });
            seen.put(name, path);
        }));
    }

    /** With a slash at its end. A directory that can't be named is refused by whoever opens it. */
    private static Optional<String> qualified(String folder) {
        try {
            return Optional.of(HadoopFiles.qualified(folder).toString().replaceFirst("/*$", "/"));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
