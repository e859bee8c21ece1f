/** What is wrong with a roadmap, by rules that three articles on roadmaps name, and what to write instead. */
@NullMarked
package throughline.core.check;

import org.jspecify.annotations.NullMarked;
