/** The chat that the bot serves itself: a page in the browser and its JSON, for this machine only. */
@NullMarked
package throughline.adapter.web;

import org.jspecify.annotations.NullMarked;
