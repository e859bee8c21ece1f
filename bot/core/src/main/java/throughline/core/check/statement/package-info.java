/** Reads single statements: output or outcome, solution, hard date, vague target. Word lists and a little grammar, no model. */
@NullMarked
package throughline.core.check.statement;

import org.jspecify.annotations.NullMarked;
