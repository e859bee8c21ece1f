/** The front door. Read {@link throughline.core.assistant.Assistant} first. */
@NullMarked
package throughline.core.assistant;

import org.jspecify.annotations.NullMarked;
