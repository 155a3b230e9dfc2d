package io.github.ratingsstream.omdb.simulator;

/** Decides how a request is answered. */
interface SimulatedJudge {

    SimulatedAnswer judge(ReceivedRequest received);
}
