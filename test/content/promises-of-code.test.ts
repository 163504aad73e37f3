// What the code promises of any checklists is held by those that ship as well: the same tests, on them.
import '../core/verdict/properties.test.ts';
import '../core/verdict/open-fields.test.ts';
import '../interview/shipped.test.ts';
