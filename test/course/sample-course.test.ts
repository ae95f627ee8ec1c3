import { suiteOfSampleCourse } from './sample-course-suite.ts';

suiteOfSampleCourse('telling');
