/**
 * The terminal: stdout, stderr, and the loggers that are kept off them.
 *
 * <p>May use: {@code core.executor}, {@code core.notice}, {@code core.output}.
 */
@NullMarked
package io.github.ratingsstream.app.terminal;

import org.jspecify.annotations.NullMarked;
