/** Stores everything in Redis: the log of facts, what is folded from it, the inbox and the outbox. */
@NullMarked
package throughline.adapter.redis;

import org.jspecify.annotations.NullMarked;
